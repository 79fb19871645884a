"""What a whole register comes to on a day: attention, people, targets, years, groups, changes, what-if."""
