/**
 * Resolves once the scripts that `office-loader.js` put into the head have run. It marks each as done or failed, because
 * they may have finished before anybody listens. @throws Error naming the script that did not load
 */
export async function officeLoaded(): Promise<void> {
  const scripts = document.querySelectorAll<HTMLScriptElement>('script[data-office]');
  await Promise.all([...scripts].map(scriptLoaded));
}

function scriptLoaded(script: HTMLScriptElement): Promise<void> {
  if (script.dataset.office === 'done') return Promise.resolve();
  const failure = () => new Error(`${script.src} did not load.`);
  if (script.dataset.office === 'failed') return Promise.reject(failure());
  return new Promise((resolve, reject) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(failure()));
  });
}
