"""What workers on this machine are forks of: a process that has imported everything once and holds it still.

Frozen objects are left alone when a worker looks for garbage. Without that each worker would sooner or
later write into every page that it shares with the others, and own a copy of it.
"""

import gc

import graders.cluster
import graders.worker_plugin  # noqa: F401  (imported to be there)

gc.collect()
gc.freeze()
