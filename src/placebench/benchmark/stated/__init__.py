"""What sources state of each place, side by side; silence and disagreement are shown as such."""
