"""The cascade: from one pilot team to the whole organisation, wave by wave (mission §1, K)."""
