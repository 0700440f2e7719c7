# %% [markdown]
# # Layout and Styling of Jupyter widgets

# %% [markdown]
# ## The `layout` attribute
#
# ### Exposed CSS properties
#
# #### Sizes
#
# #### Display
#
# #### Box model
#
# #### Positioning
#
# #### Flexbox
#
# #### Grid layout
#
# ### Shorthand CSS properties

# %% [markdown]
# ### Simple examples

# %%
"""ipywidgets' own notebook "Layout and Styling", from its documentation."""

from ipywidgets import Button, Layout

b = Button(description='(50% width, 80px height) button',
           layout=Layout(width='50%', height='80px'))
b

# %%
Button(description='Another button with the same layout', layout=b.layout)

# %% [markdown]
# ### Description

# %%
from ipywidgets import IntSlider

IntSlider(description='A too long description')

# %%
style = {'description_width': 'initial'}
IntSlider(description='A too long description', style=style)

# %%
from ipywidgets import HBox, Label

HBox([Label('A too long description'), IntSlider()])

# %% [markdown]
# ### Natural sizes, and arrangements using HBox and VBox

# %%
from ipywidgets import Button, HBox, VBox

words = ['correct', 'horse', 'battery', 'staple']
items = [Button(description=w) for w in words]
left_box = VBox([items[0], items[1]])
right_box = VBox([items[2], items[3]])
HBox([left_box, right_box])

# %% [markdown]
# ### Latex

# %%
from ipywidgets import IntSlider, Label

# %%
IntSlider(description=r'\(\int_0^t f\)')

# %%
Label(value=r'\(e=mc^2\)')

# %% [markdown]
# ### Number formatting

# %%
from ipywidgets import Layout, Button, Box

items_layout = Layout( width='auto')     # override the default width of the button to 'auto' to let the button grow

box_layout = Layout(display='flex',
                    flex_flow='column', 
                    align_items='stretch', 
                    border='solid',
                    width='50%')

words = ['correct', 'horse', 'battery', 'staple']
items = [Button(description=word, layout=items_layout, button_style='danger') for word in words]
box = Box(children=items, layout=box_layout)
box

# %%
from ipywidgets import Layout, Button, Box, VBox

# Items flex proportionally to the weight and the left over space around the text 
items_auto = [
    Button(description='weight=1; auto', layout=Layout(flex='1 1 auto', width='auto'), button_style='danger'),
    Button(description='weight=3; auto', layout=Layout(flex='3 1 auto', width='auto'), button_style='danger'),
    Button(description='weight=1; auto', layout=Layout(flex='1 1 auto', width='auto'), button_style='danger'),
 ]

# Items flex proportionally to the weight 
items_0 = [
    Button(description='weight=1; 0%', layout=Layout(flex='1 1 0%', width='auto'), button_style='danger'),
    Button(description='weight=3; 0%', layout=Layout(flex='3 1 0%', width='auto'), button_style='danger'),
    Button(description='weight=1; 0%', layout=Layout(flex='1 1 0%', width='auto'), button_style='danger'),
 ]
box_layout = Layout(display='flex',
                    flex_flow='row', 
                    align_items='stretch', 
                    width='70%')
box_auto = Box(children=items_auto, layout=box_layout)
box_0 = Box(children=items_0, layout=box_layout)
VBox([box_auto, box_0])

# %%
from ipywidgets import Layout, Button, Box, FloatText, Textarea, Dropdown, Label, IntSlider

form_item_layout = Layout(
    display='flex',
    flex_flow='row',
    justify_content='space-between'
)

form_items = [
    Box([Label(value='Age of the captain'), IntSlider(min=40, max=60)], layout=form_item_layout),
    Box([Label(value='Egg style'), 
         Dropdown(options=['Scrambled', 'Sunny side up', 'Over easy'])], layout=form_item_layout),
    Box([Label(value='Ship size'), 
         FloatText()], layout=form_item_layout),
    Box([Label(value='Information'), 
         Textarea()], layout=form_item_layout)
]

form = Box(form_items, layout=Layout(
    display='flex',
    flex_flow='column',
    border='solid 2px',
    align_items='stretch',
    width='50%'
))
form

# %%
from ipywidgets import Layout, Button, VBox, Label

item_layout = Layout(height='100px', min_width='40px')
items = [Button(layout=item_layout, description=str(i), button_style='warning') for i in range(40)]
box_layout = Layout(overflow='scroll hidden',
                    border='3px solid black',
                    width='500px',
                    height='',
                    flex_flow='row',
                    display='flex')
carousel = Box(children=items, layout=box_layout)
VBox([Label('Scroll horizontally:'), carousel])

# %% [markdown]
# ## Predefined styles

# %%
from ipywidgets import Button

Button(description='Danger Button', button_style='danger')

# %% [markdown]
# ## The `style` attribute

# %%
b1 = Button(description='Custom color')
b1.style.button_color = 'lightgreen'
b1

# %%
b1.style.keys

# %%
b2 = Button()
b2.style = b1.style
b2

# %%
s1 = IntSlider(description='Blue handle')
s1.style.handle_color = 'lightblue'
s1
