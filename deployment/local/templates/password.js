document.querySelectorAll("[data-shows]").forEach(function (button) {
  var fields = button.dataset.shows.split(" ").map(function (id) { return document.getElementById(id); });
  var show = button.textContent;
  button.addEventListener("click", function () {
    var hidden = fields[0].type === "password";
    fields.forEach(function (field) { field.type = hidden ? "text" : "password"; });
    button.textContent = hidden ? button.dataset.hide : show;
    button.setAttribute("aria-pressed", hidden ? "true" : "false");
  });
});
document.querySelectorAll("form").forEach(function (form) {
  form.addEventListener("submit", function () {
    var send = form.querySelector("button[type=submit]");
    send.disabled = true;
    send.textContent = send.dataset.sending;
  });
});
// Coming back with the browser's arrow must not find the button still grey.
window.addEventListener("pageshow", function (event) { if (event.persisted) { location.reload(); } });
