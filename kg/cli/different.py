"""``kg different``"""

from kg.cli.decided import decision_command

command = decision_command(
    "different",
    """Decide that A and B are two persons or organisations.
    kg different "Ri Yong-ho@parade-2009" "Ri Yong-ho@geneva-2016\"""",
)
