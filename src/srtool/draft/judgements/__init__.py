"""What is judged of a draft: one module per question, each from a reading to remarks."""
