# %% [markdown]
# # Widget List: what version 8 added

# %%
"""The kinds of the "Widget List" of ipywidgets 8 that its version 7 had not, in our own words."""

import datetime

import ipywidgets as widgets
from IPython.display import display

# %% [markdown]
# ## Times

# %%
widgets.TimePicker(description="Hour", value=datetime.time(9, 30))

# %%
widgets.DatetimePicker(
    description="Moment", value=datetime.datetime(2027, 1, 2, 3, 4, tzinfo=datetime.timezone.utc)
)

# %%
widgets.NaiveDatetimePicker(description="Plain moment", value=datetime.datetime(2027, 1, 2, 3, 4))

# %% [markdown]
# ## Lists of words, colours and numbers

# %%
tags = widgets.TagsInput(
    value=["pizza", "fries"], allowed_tags=["pizza", "fries", "tomatoes"], allow_duplicates=False
)
told = widgets.Label()
tags.observe(lambda change: setattr(told, "value", f"tags {change['new']}"), "value")
display(tags, told)

# %%
widgets.ColorsInput(value=["red", "#2f6d30"], allow_duplicates=False)

# %%
widgets.FloatsInput(value=[1.3, 4.56, 78.90], tag_style="info", format=".2f")

# %%
widgets.IntsInput(value=[1, 4, 3243], min=0, max=1000000, format="$,d")

# %% [markdown]
# ## Password

# %%
widgets.Password(value="password", placeholder="Enter password", description="Password:")

# %% [markdown]
# ## Stack

# %%
stack = widgets.Stack([widgets.Button(description="Click here"), widgets.IntSlider()], selected_index=0)
dropdown = widgets.Dropdown(options=["button", "slider"])
widgets.jslink((dropdown, "index"), (stack, "selected_index"))
widgets.VBox([dropdown, stack])
