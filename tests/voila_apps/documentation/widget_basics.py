# %% [markdown]
# # Simple Widget Introduction

# %% [markdown]
# ## What are widgets?

# %% [markdown]
# ## What can they be used for?

# %% [markdown]
# ## Using widgets  

# %%
"""ipywidgets' own notebook "Simple Widget Introduction", from its documentation."""

import ipywidgets as widgets

# %% [markdown]
# ### repr

# %%
widgets.IntSlider()

# %% [markdown]
# ### display()

# %%
from IPython.display import display
w = widgets.IntSlider()
display(w)

# %% [markdown]
# ### Multiple display() calls

# %%
display(w)

# %% [markdown]
# ## Why does displaying the same widget twice work?

# %% [markdown]
# ### Closing widgets

# %%
display(w)

# %%
w.close()

# %% [markdown]
# ## Widget properties

# %%
w = widgets.IntSlider()
display(w)

# %%
w.value

# %%
w.value = 100

# %% [markdown]
# ### Keys

# %%
w.keys

# %% [markdown]
# ### Shorthand for setting the initial values of widget properties

# %%
widgets.Text(value='Hello World!', disabled=True)

# %% [markdown]
# ## Linking two similar widgets

# %%
a = widgets.FloatText()
b = widgets.FloatSlider()
display(a,b)

mylink = widgets.jslink((a, 'value'), (b, 'value'))

# %% [markdown]
# ### Unlinking widgets

# %%
# mylink.unlink()
