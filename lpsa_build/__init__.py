"""Build and check the shared vocabulary of the Local Public Sector Alliance.

The rooms, from the ground up, are ``source`` (text), ``language`` (words), ``model`` (meaning),
``mentions`` (finding), ``lint``, ``render`` and ``exchange``, and at the edge ``adapters`` and
``cli``. CONTRIBUTING.md has the map.
"""

__version__ = "0.1.0"
