# %% [markdown]
# # Using Game Controllers in the Jupyter Notebook

# %%
"""ipywidgets' own notebook "Controller", from its documentation."""

from ipywidgets import Controller

# %%
Controller()

# %%
Controller(index=1)
