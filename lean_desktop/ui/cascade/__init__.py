"""The Cascade tab: plans, waves, teams and phases on one timeline."""
