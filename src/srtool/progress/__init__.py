"""Where a contract stands on a day after the award: what is owed and due, confirmed, and to be expected."""
