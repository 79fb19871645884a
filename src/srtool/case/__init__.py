"""One contract under the rules of its day: what every judgement looks at."""
