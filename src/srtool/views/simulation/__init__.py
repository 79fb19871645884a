"""What another threshold or norm would bring, as lines with bars, JSON and CSV."""
