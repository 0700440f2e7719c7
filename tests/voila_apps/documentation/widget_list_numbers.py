# %% [markdown]
# # Widget List

# %%
"""ipywidgets' own notebook "Widget List", from its documentation: numbers and choices."""

import ipywidgets as widgets

# %% [markdown]
# ## Numeric widgets

# %% [markdown]
# ### IntSlider

# %%
widgets.IntSlider(
    value=7,
    min=0,
    max=10,
    step=1,
    description='Test:',
    disabled=False,
    continuous_update=False,
    orientation='horizontal',
    readout=True,
    readout_format='d'
)

# %% [markdown]
# ### FloatSlider

# %%
widgets.FloatSlider(
    value=7.5,
    min=0,
    max=10.0,
    step=0.1,
    description='Test:',
    disabled=False,
    continuous_update=False,
    orientation='horizontal',
    readout=True,
    readout_format='.1f',
)

# %%
widgets.FloatSlider(
    value=7.5,
    min=0,
    max=10.0,
    step=0.1,
    description='Test:',
    disabled=False,
    continuous_update=False,
    orientation='vertical',
    readout=True,
    readout_format='.1f',
)

# %% [markdown]
# ### FloatLogSlider

# %%
widgets.FloatLogSlider(
    value=10,
    base=10,
    min=-10, # max exponent of base
    max=10, # min exponent of base
    step=0.2, # exponent step
    description='Log Slider'
)

# %% [markdown]
# ### IntRangeSlider

# %%
widgets.IntRangeSlider(
    value=[5, 7],
    min=0,
    max=10,
    step=1,
    description='Test:',
    disabled=False,
    continuous_update=False,
    orientation='horizontal',
    readout=True,
    readout_format='d',
)

# %% [markdown]
# ### FloatRangeSlider

# %%
widgets.FloatRangeSlider(
    value=[5, 7.5],
    min=0,
    max=10.0,
    step=0.1,
    description='Test:',
    disabled=False,
    continuous_update=False,
    orientation='horizontal',
    readout=True,
    readout_format='.1f',
)

# %% [markdown]
# ### IntProgress

# %%
widgets.IntProgress(
    value=7,
    min=0,
    max=10,
    step=1,
    description='Loading:',
    bar_style='', # 'success', 'info', 'warning', 'danger' or ''
    orientation='horizontal'
)

# %% [markdown]
# ### FloatProgress

# %%
widgets.FloatProgress(
    value=7.5,
    min=0,
    max=10.0,
    step=0.1,
    description='Loading:',
    bar_style='info',
    orientation='horizontal'
)

# %% [markdown]
# ### BoundedIntText

# %%
widgets.BoundedIntText(
    value=7,
    min=0,
    max=10,
    step=1,
    description='Text:',
    disabled=False
)

# %% [markdown]
# ### BoundedFloatText

# %%
widgets.BoundedFloatText(
    value=7.5,
    min=0,
    max=10.0,
    step=0.1,
    description='Text:',
    disabled=False
)

# %% [markdown]
# ### IntText

# %%
widgets.IntText(
    value=7,
    description='Any:',
    disabled=False
)

# %% [markdown]
# ### FloatText

# %%
widgets.FloatText(
    value=7.5,
    description='Any:',
    disabled=False
)

# %% [markdown]
# ## Boolean widgets

# %% [markdown]
# ### ToggleButton

# %%
widgets.ToggleButton(
    value=False,
    description='Click me',
    disabled=False,
    button_style='', # 'success', 'info', 'warning', 'danger' or ''
    tooltip='Description',
    icon='check'
)

# %% [markdown]
# ### Checkbox

# %%
widgets.Checkbox(
    value=False,
    description='Check me',
    disabled=False
)

# %% [markdown]
# ### Valid

# %%
widgets.Valid(
    value=False,
    description='Valid!',
)

# %% [markdown]
# ## Selection widgets

# %% [markdown]
# ### Dropdown

# %%
widgets.Dropdown(
    options=['1', '2', '3'],
    value='2',
    description='Number:',
    disabled=False,
)

# %%
widgets.Dropdown(
    options=[('One', 1), ('Two', 2), ('Three', 3)],
    value=2,
    description='Number:',
)

# %% [markdown]
# ### RadioButtons

# %%
widgets.RadioButtons(
    options=['pepperoni', 'pineapple', 'anchovies'],
#     value='pineapple',
    description='Pizza topping:',
    disabled=False
)

# %% [markdown]
# ### Select

# %%
widgets.Select(
    options=['Linux', 'Windows', 'OSX'],
    value='OSX',
    # rows=10,
    description='OS:',
    disabled=False
)

# %% [markdown]
# ### SelectionSlider

# %%
widgets.SelectionSlider(
    options=['scrambled', 'sunny side up', 'poached', 'over easy'],
    value='sunny side up',
    description='I like my eggs ...',
    disabled=False,
    continuous_update=False,
    orientation='horizontal',
    readout=True
)

# %% [markdown]
# ### SelectionRangeSlider

# %%
import datetime
dates = [datetime.date(2015,i,1) for i in range(1,13)]
options = [(i.strftime('%b'), i) for i in dates]
widgets.SelectionRangeSlider(
    options=options,
    index=(0,11),
    description='Months (2015)',
    disabled=False
)

# %% [markdown]
# ### ToggleButtons

# %%
widgets.ToggleButtons(
    options=['Slow', 'Regular', 'Fast'],
    description='Speed:',
    disabled=False,
    button_style='', # 'success', 'info', 'warning', 'danger' or ''
    tooltips=['Description of slow', 'Description of regular', 'Description of fast'],
#     icons=['check'] * 3
)

# %% [markdown]
# ### SelectMultiple

# %%
widgets.SelectMultiple(
    options=['Apples', 'Oranges', 'Pears'],
    value=['Oranges'],
    #rows=10,
    description='Fruits',
    disabled=False
)
