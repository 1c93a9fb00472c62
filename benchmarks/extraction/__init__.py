"""How well importers read: coded facts on one side, rows of the dataset on the other."""
