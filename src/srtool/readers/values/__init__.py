"""What people write in a cell, as a value: amounts, days, terms and demands in words. Pure: no file, no clock."""
