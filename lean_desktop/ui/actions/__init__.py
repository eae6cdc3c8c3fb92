"""The Actions tab."""
