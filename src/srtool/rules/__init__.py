"""The rules of one authority: typed, dated records, and which of them hold on a day."""
