"""What is shown of a tender draft: for a person, for scripts, for Excel."""
