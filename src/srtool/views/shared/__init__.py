"""What several views share: lines, words, and the shape of each format."""
