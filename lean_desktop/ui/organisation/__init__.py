"""The Organisation tab: people, units, and the groups of the improvement work."""
