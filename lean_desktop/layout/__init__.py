"""Where things lie: pure geometry that the screen and paper share."""
