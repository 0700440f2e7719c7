# %% [markdown]
# # Low Level Widget Tutorial

# %% [markdown]
# ## How do they fit into the picture?

# %% [markdown]
# ## How?

# %% [markdown]
# ## Comms

# %% [markdown]
# ## Synchronized state

# %% [markdown]
# ## Models and Views

# %%
"""ipywidgets' own notebook "Low Level Widget Tutorial", from its documentation."""

from ipywidgets import *
from IPython.display import display
w = IntSlider()
display(w, w)

# %%
display(w)

# %% [markdown]
# ## Code execution

# %% [markdown]
# ## Model construction

# %% [markdown]
# ## Displaying a view

# %% [markdown]
# ## Widget skeleton

# %% language="javascript"
# this.model.get('count');
# this.model.set('count', 999);
# this.touch();
#
# /////////////////////////////////
#
# this.colorpicker = document.createElement('input');
# this.colorpicker.setAttribute('type', 'color');
# this.el.appendChild(this.colorpicker);

# %% [markdown]
# ## Serialization of widget attributes
#
# ### Custom serialization and de-serialization on the Python side
#
# ### Custom serialization and de-serialization on the JavaScript side

# %% [markdown]
# ## Installation

# %% [markdown]
# ## Static assets

# %% [markdown]
# ## Distribution
