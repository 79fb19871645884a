"""Small contracts that together carry social return: one plan with a supplier, or one tender with lots."""
