"""The Meetings tab: which meetings there are, and the agenda of one of them."""
