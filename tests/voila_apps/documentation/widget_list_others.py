# %% [markdown]
# # Widget List

# %%
"""ipywidgets' own notebook "Widget List", from its documentation: texts, media, containers."""

import ipywidgets as widgets

# %%
# Here: the files that the documentation brings beside itself, made small.
import os, struct, tempfile, wave, zlib

def _png(width, height):
    row = b"\0" + bytes(range(0, 255, 255 // width + 1)).ljust(3 * width, b"\x60")[: 3 * width]
    def chunk(kind, data):
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))
    head = struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(row * height)) + chunk(b"IEND", b"")

os.chdir(tempfile.mkdtemp())
os.mkdir("images")
for name, size in {"WidgetArch": (300, 200), "gaussian_with_grid": (600, 300), "gaussian_with_grid_tiny": (50, 25)}.items():
    with open(f"images/{name}.png", "wb") as file:
        file.write(_png(*size))
for name in ("images/Big.Buck.Bunny.mp3", "images/Big.Buck.Bunny.mp4"):
    with wave.open(name, "wb") as sound:
        sound.setnchannels(1), sound.setsampwidth(1), sound.setframerate(8000)
        sound.writeframes(bytes(8000))

# %% [markdown]
# ## String widgets

# %% [markdown]
# ### Text

# %%
widgets.Text(
    value='Hello World',
    placeholder='Type something',
    description='String:',
    disabled=False   
)

# %% [markdown]
# ### Textarea

# %%
widgets.Textarea(
    value='Hello World',
    placeholder='Type something',
    description='String:',
    disabled=False
)

# %% [markdown]
# ### Combobox

# %%
widgets.Combobox(
    # value='John',
    placeholder='Choose Someone',
    options=['Paul', 'John', 'George', 'Ringo'],
    description='Combobox:',
    ensure_option=True,
    disabled=False
)

# %% [markdown]
# ### Label

# %%
widgets.HBox([widgets.Label(value="The $m$ in $E=mc^2$:"), widgets.FloatSlider()])

# %% [markdown]
# ### HTML

# %%
widgets.HTML(
    value="Hello <b>World</b>",
    placeholder='Some HTML',
    description='Some HTML',
)

# %% [markdown]
# ### HTML Math

# %%
widgets.HTMLMath(
    value=r"Some math and <i>HTML</i>: \(x^2\) and $$\frac{x+1}{x-1}$$",
    placeholder='Some HTML',
    description='Some HTML',
)

# %% [markdown]
# ## Image

# %%
file = open("images/WidgetArch.png", "rb")
image = file.read()
widgets.Image(
    value=image,
    format='png',
    width=300,
    height=400,
)

# %% [markdown]
# ## Button

# %%
widgets.Button(
    description='Click me',
    disabled=False,
    button_style='', # 'success', 'info', 'warning', 'danger' or ''
    tooltip='Click me',
    icon='check'
)

# %% [markdown]
# ## Output

# %% [markdown]
# ## Play (Animation) widget

# %%
play = widgets.Play(
#     interval=10,
    value=50,
    min=0,
    max=100,
    step=1,
    description="Press play",
    disabled=False
)
slider = widgets.IntSlider()
widgets.jslink((play, 'value'), (slider, 'value'))
widgets.HBox([play, slider])

# %% [markdown]
# ## Date picker

# %%
widgets.DatePicker(
    description='Pick a Date',
    disabled=False
)

# %% [markdown]
# ## Color picker

# %%
widgets.ColorPicker(
    concise=False,
    description='Pick a color',
    value='blue',
    disabled=False
)

# %% [markdown]
# ## File Upload

# %%
widgets.FileUpload(
    accept='',  # Accepted file extension e.g. '.txt', '.pdf', 'image/*', 'image/*,.pdf'
    multiple=False  # True to accept multiple files upload else False
)

# %% [markdown]
# ## Controller

# %%
widgets.Controller(
    index=0,
)

# %% [markdown]
# ## Container/Layout widgets

# %% [markdown]
# ### Box

# %%
items = [widgets.Label(str(i)) for i in range(4)]
widgets.Box(items)

# %% [markdown]
# ### HBox

# %%
items = [widgets.Label(str(i)) for i in range(4)]
widgets.HBox(items)

# %% [markdown]
# ### VBox

# %%
items = [widgets.Label(str(i)) for i in range(4)]
left_box = widgets.VBox([items[0], items[1]])
right_box = widgets.VBox([items[2], items[3]])
widgets.HBox([left_box, right_box])

# %% [markdown]
# ### GridBox

# %%
items = [widgets.Label(str(i)) for i in range(8)]
widgets.GridBox(items, layout=widgets.Layout(grid_template_columns="repeat(3, 100px)"))

# %% [markdown]
# ### Accordion

# %%
accordion = widgets.Accordion(children=[widgets.IntSlider(), widgets.Text()])
accordion.set_title(0, 'Slider')
accordion.set_title(1, 'Text')
accordion

# %% [markdown]
# ### Tabs

# %%
tab_contents = ['P0', 'P1', 'P2', 'P3', 'P4']
children = [widgets.Text(description=name) for name in tab_contents]
tab = widgets.Tab()
tab.children = children
for i in range(len(children)):
    tab.set_title(i, str(i))
tab

# %% [markdown]
# ### Accordion and Tab use `selected_index`, not value

# %%
tab.selected_index = 3

# %%
accordion.selected_index = None

# %% [markdown]
# ### Nesting tabs and accordions

# %%
tab_nest = widgets.Tab()
tab_nest.children = [accordion, accordion]
tab_nest.set_title(0, 'An accordion')
tab_nest.set_title(1, 'Copy of the accordion')
tab_nest
