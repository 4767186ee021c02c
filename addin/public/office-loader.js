// Office.js comes from Microsoft, as the store demands. On this very computer it comes from the package instead, so that
// the sandbox works without a network, and the sandbox's page adds what Outlook would have brought.
(() => {
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);
  const inSandbox = here && window.parent !== window && new URLSearchParams(location.search).has('sandbox');

  function load(source, type) {
    const script = document.createElement('script');
    if (type) script.type = type;
    script.async = false;
    script.dataset.office = 'pending';
    script.addEventListener('load', () => {
      script.dataset.office = 'done';
    });
    script.addEventListener('error', () => {
      script.dataset.office = 'failed';
    });
    script.src = source;
    document.head.append(script);
  }

  // Outside Outlook, Office.js leaves any page that is framed; here the frame is our own sandbox, checked above.
  if (inSandbox) window.OsfOptOut = true;
  load(here ? '/addin/office/office.js' : 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js');
  if (inSandbox) load('/sandbox/office-shim.js', 'module');
})();
