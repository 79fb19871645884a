"""Files of the officer into values, with everything that is wrong with them."""
