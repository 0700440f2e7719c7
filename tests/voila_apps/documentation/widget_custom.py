# %% [markdown]
# # Building a Custom Widget - Email widget

# %% [markdown]
# ## Building a Custom Widget

# %% [markdown]
# ## Python Kernel

# %% [markdown]
# ### DOMWidget and Widget

# %% [markdown]
# ### _view_name

# %%
"""ipywidgets' own notebook "Building a Custom Widget", from its documentation."""

from traitlets import Unicode, Bool, validate, TraitError
from ipywidgets import DOMWidget, register


@register
class Email(DOMWidget):
    _view_name = Unicode('EmailView').tag(sync=True)
    _view_module = Unicode('email_widget').tag(sync=True)
    _view_module_version = Unicode('0.1.0').tag(sync=True)


# %% [markdown]
# ### sync=True traitlets

# %% [markdown]
# ### Other traitlet types

# %% [markdown]
# ## Front end (JavaScript)

# %% [markdown]
# ### Models and views

# %% [markdown]
# ### Import @jupyter-widgets/base

# %% language="javascript"
# define('email_widget', ["@jupyter-widgets/base"], function(widgets) {
#     
# });

# %% [markdown]
# ### Define the view

# %% language="javascript"
# require.undef('email_widget');
#
# define('email_widget', ["@jupyter-widgets/base"], function(widgets) {
#     
#     // Define the EmailView
#     var EmailView = widgets.DOMWidgetView.extend({
#         
#     });
#
#     return {
#         EmailView: EmailView
#     }
# });

# %% [markdown]
# ### Render method

# %% language="javascript"
# require.undef('email_widget');
#
# define('email_widget', ["@jupyter-widgets/base"], function(widgets) {
#
#     var EmailView = widgets.DOMWidgetView.extend({
#
#         // Render the view.
#         render: function() { 
#             this.email_input = document.createElement('input');
#             this.email_input.type = 'email';
#             this.email_input.value = 'example@example.com';
#             this.email_input.disabled = true;
#
#             this.el.appendChild(this.email_input); 
#         },
#     });
#
#     return {
#         EmailView: EmailView
#     };
# });

# %% [markdown]
# ## Test

# %%
Email()

# %% [markdown]
# ## Making the widget stateful

# %%
from traitlets import Unicode, Bool, validate, TraitError
from ipywidgets import DOMWidget, register


@register
class Email(DOMWidget):
    _view_name = Unicode('EmailView').tag(sync=True)
    _view_module = Unicode('email_widget').tag(sync=True)
    _view_module_version = Unicode('0.1.0').tag(sync=True)

    # Attributes
    value = Unicode('example@example.com', help="The email value.").tag(sync=True)
    disabled = Bool(False, help="Enable or disable user changes.").tag(sync=True)

    # Basic validator for the email value
    @validate('value')
    def _valid_value(self, proposal):
        if proposal['value'].count("@") != 1:
            raise TraitError('Invalid email value: it must contain an "@" character')
        if proposal['value'].count(".") == 0:
            raise TraitError('Invalid email value: it must contain at least one "." character')
        return proposal['value']


# %% [markdown]
# ### Accessing the model from the view

# %% [markdown]
# ### Rendering model contents

# %% language="javascript"
# require.undef('email_widget');
#
# define('email_widget', ["@jupyter-widgets/base"], function(widgets) {
#     
#     var EmailView = widgets.DOMWidgetView.extend({
#
#         // Render the view.
#         render: function() { 
#             this.email_input = document.createElement('input');
#             this.email_input.type = 'email';
#             this.email_input.value = this.model.get('value');
#             this.email_input.disabled = this.model.get('disabled');
#
#             this.el.appendChild(this.email_input);
#         },
#     });
#
#     return {
#         EmailView: EmailView
#     };
# });

# %%
Email(value='john.doe@domain.com', disabled=True)

# %% [markdown]
# ### Dynamic updates

# %% language="javascript"
# require.undef('email_widget');
#
# define('email_widget', ["@jupyter-widgets/base"], function(widgets) {
#     
#     var EmailView = widgets.DOMWidgetView.extend({
#
#         // Render the view.
#         render: function() { 
#             this.email_input = document.createElement('input');
#             this.email_input.type = 'email';
#             this.email_input.value = this.model.get('value');
#             this.email_input.disabled = this.model.get('disabled');
#
#             this.el.appendChild(this.email_input);
#             
#             // Python -> JavaScript update
#             this.model.on('change:value', this.value_changed, this);
#             this.model.on('change:disabled', this.disabled_changed, this);
#         },
#         
#         value_changed: function() {
#             this.email_input.value = this.model.get('value'); 
#         },
#         
#         disabled_changed: function() {
#             this.email_input.disabled = this.model.get('disabled'); 
#         },
#     });
#
#     return {
#         EmailView: EmailView
#     };
# });

# %% language="javascript"
# require.undef('email_widget');
#
# define('email_widget', ["@jupyter-widgets/base"], function(widgets) {
#     
#     var EmailView = widgets.DOMWidgetView.extend({
#
#         // Render the view.
#         render: function() { 
#             this.email_input = document.createElement('input');
#             this.email_input.type = 'email';
#             this.email_input.value = this.model.get('value');
#             this.email_input.disabled = this.model.get('disabled');
#
#             this.el.appendChild(this.email_input);
#             
#             // Python -> JavaScript update
#             this.model.on('change:value', this.value_changed, this);
#             this.model.on('change:disabled', this.disabled_changed, this);
#             
#             // JavaScript -> Python update
#             this.email_input.onchange = this.input_changed.bind(this);
#         },
#         
#         value_changed: function() {
#             this.email_input.value = this.model.get('value'); 
#         },
#         
#         disabled_changed: function() {
#             this.email_input.disabled = this.model.get('disabled'); 
#         },
#         
#         input_changed: function() {
#             this.model.set('value', this.email_input.value);
#             this.model.save_changes();
#         },
#     });
#
#     return {
#         EmailView: EmailView
#     };
# });

# %% [markdown]
# ## Test

# %%
email = Email(value='john.doe@domain.com', disabled=False)
email

# %%
email.value

# %%
email.value = 'jane.doe@domain.com'

# %% [markdown]
# ## More advanced uses: Packaging and distributing Jupyter widgets
