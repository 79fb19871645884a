"""Values into what a person or a program reads: terminal lines, JSON, CSV, JSON Schema."""
