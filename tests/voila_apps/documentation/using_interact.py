# %% [markdown]
# # Using Interact

# %%
"""ipywidgets' own notebook "Using Interact", from its documentation."""

from ipywidgets import interact, interactive, fixed, interact_manual
import ipywidgets as widgets


# %% [markdown]
# ## Basic `interact`

# %%
def f(x):
    return x


# %%
interact(f, x=10);

# %%
interact(f, x=True);

# %%
interact(f, x='Hi there!');


# %%
@interact(x=True, y=1.0)
def g(x, y):
    return (x, y)


# %% [markdown]
# ## Fixing arguments using `fixed`

# %%
def h(p, q):
    return (p, q)


# %%
interact(h, p=5, q=fixed(20));

# %% [markdown]
# ## Widget abbreviations

# %%
interact(f, x=widgets.IntSlider(min=-10, max=30, step=1, value=10));

# %%
interact(f, x=(0,4));

# %%
interact(f, x=(0,8,2));

# %%
interact(f, x=(0.0,10.0));

# %%
interact(f, x=(0.0,10.0,0.01));


# %%
@interact(x=(0.0,20.0,0.5))
def h(x=5.5):
    return x


# %%
interact(f, x=['apples','oranges']);

# %%
interact(f, x=[('one', 10), ('two', 20)]);

# %% [markdown]
# ## `interactive`

# %%
from IPython.display import display
def f(a, b):
    display(a + b)
    return a+b


# %%
w = interactive(f, a=10, b=20)

# %%
type(w)

# %%
w.children

# %%
display(w)

# %%
w.kwargs

# %%
w.result


# %% [markdown]
# ## Disabling continuous updates

# %%
def slow_function(i):
    print(int(i),list(x for x in range(int(i)) if 
                str(x)==str(x)[::-1] and 
                str(x**2)==str(x**2)[::-1]))
    return


# %%
# %%time
slow_function(1e4)

# %%
from ipywidgets import FloatSlider
interact(slow_function,i=FloatSlider(min=1e3, max=1e5, step=1e3));

# %% [markdown]
# ### `interact_manual`

# %%
interact_manual(slow_function,i=FloatSlider(min=1e3, max=1e5, step=1e3));

# %%
slow = interactive(slow_function, {'manual': True}, i=widgets.FloatSlider(min=1e3, max=1e5, step=1e3))
slow

# %% [markdown]
# ### `continuous_update`

# %%
interact(slow_function,i=FloatSlider(min=1e3, max=1e5, step=1e3, continuous_update=False));

# %% [markdown]
# ## More control over the user interface: `interactive_output`

# %%
a = widgets.IntSlider()
b = widgets.IntSlider()
c = widgets.IntSlider()
ui = widgets.HBox([a, b, c])
def f(a, b, c):
    print((a, b, c))

out = widgets.interactive_output(f, {'a': a, 'b': b, 'c': c})

display(ui, out)

# %% [markdown]
# ## Arguments that are dependent on each other

# %%
x_widget = FloatSlider(min=0.0, max=10.0, step=0.05)
y_widget = FloatSlider(min=0.5, max=10.0, step=0.05, value=5.0)

def update_x_range(*args):
    x_widget.max = 2.0 * y_widget.value
y_widget.observe(update_x_range, 'value')

def printer(x, y):
    print(x, y)
interact(printer,x=x_widget, y=y_widget);

# %% [markdown]
# ## Flickering and jumping output

# %%
# %matplotlib inline
from ipywidgets import interactive
import matplotlib.pyplot as plt
import numpy as np

def f(m, b):
    plt.figure(2)
    x = np.linspace(-10, 10, num=1000)
    plt.plot(x, m * x + b)
    plt.ylim(-5, 5)
    plt.show()

interactive_plot = interactive(f, m=(-2.0, 2.0), b=(-3, 3, 0.5))
output = interactive_plot.children[-1]
output.layout.height = '350px'
interactive_plot
