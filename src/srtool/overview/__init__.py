"""What an overview of a whole register says beside the contracts: years, groups, suppliers, and what changed."""
