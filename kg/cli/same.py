"""``kg same``"""

from kg.cli.decided import decision_command

command = decision_command(
    "same",
    """Decide that A and B are one person or organisation.
    kg same "Najmaddin Sadigov" "N. Sadikov\"""",
)
