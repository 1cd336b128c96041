"""How the judge of pairs is made, which reads two texts together and tells whether they tell the same thing."""
