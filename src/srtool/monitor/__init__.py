"""The portfolio after the award: which contracts need attention first, people, causes, targets, agenda."""
