"""How many planted faults the checks of a draft find, and how often they cry wolf over a clean one."""
