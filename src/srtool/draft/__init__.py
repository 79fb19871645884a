"""What a tender text says: passages, claims with their places, and what to remark on them. No files, no words."""
