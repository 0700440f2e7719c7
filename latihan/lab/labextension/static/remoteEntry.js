// The door through which JupyterLab loads this extension: a module federation container by hand.
//
// JupyterLab's bootstrap calls `init(sharedScope)`, then `get("./extension")`, which resolves to a
// function that returns the module. The shared scope maps a package to its versions:
// {"@jupyterlab/notebook": {"4.6.6": {get: () => Promise<() => module>, loaded, …}}}.
(() => {
  const packages = {
    application: '@jupyterlab/application',
    apputils: '@jupyterlab/apputils',
    coreutils: '@jupyterlab/coreutils',
    docmanager: '@jupyterlab/docmanager',
    notebook: '@jupyterlab/notebook',
    services: '@jupyterlab/services',
    widgets: '@lumino/widgets'
  };
  // Files beside this one; `import()` in a classic script needs the whole address.
  const beside = name => new URL(name, here).href;
  const here = document.currentScript.src;
  let scope = null;

  const numbers = version => version.split('.').map(part => parseInt(part, 10) || 0);
  const newer = (a, b) => {
    const [x, y] = [numbers(a), numbers(b)];
    const place = x.findIndex((part, i) => part !== y[i]);
    return place >= 0 && x[place] > y[place];
  };

  // Tokens are compared by identity: take the copy that JupyterLab itself uses, as webpack would.
  async function shared(name) {
    const versions = scope[name];
    const best = Object.keys(versions).reduce((a, b) =>
      newer(b, a) || (versions[b].loaded && !versions[a].loaded) ? b : a
    );
    return (await versions[best].get())();
  }

  async function extension() {
    const names = Object.keys(packages);
    const modules = await Promise.all(names.map(name => shared(packages[name])));
    const lab = Object.fromEntries(names.map((name, i) => [name, modules[i]]));
    const { plugins } = await import(beside('extension.js'));
    return () => ({ __esModule: true, default: plugins(lab) });
  }

  function style() {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = beside('style.css');
    return new Promise(resolve => {
      link.onload = link.onerror = () => resolve(() => ({}));
      document.head.appendChild(link);
    });
  }

  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB['@lapak/ruang-belajar'] = {
    init: sharedScope => {
      scope = sharedScope;
    },
    get: module => (module === './style' ? style() : extension())
  };
})();
