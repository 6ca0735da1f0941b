// Asks the REST calls. The page's pass is a cookie that scripts cannot read; where it is missing or old, a new one is asked for: without a key on this machine, else with one.

let renewing = null;

const askForKey = () => new Promise(resolve => {
  const dialog = document.getElementById('key-dialog');
  const form = document.getElementById('key-form');
  const error = document.getElementById('key-error');
  form.onsubmit = async event => {
    event.preventDefault();
    const input = document.getElementById('key');
    const answer = await fetch('/page/pass', { method: 'POST', headers: { 'X-API-Key': input.value.trim() } });
    if (answer.ok) {
      input.value = '';
      dialog.close();
      resolve();
    } else {
      error.textContent = 'This key is not known here.';
    }
  };
  if (!dialog.open) dialog.showModal();
});

const renew = () => {
  renewing ??= (async () => {
    const answer = await fetch('/page/pass', { method: 'POST' });
    if (!answer.ok) await askForKey();
  })().finally(() => { renewing = null; });
  return renewing;
};

export const ensurePass = async () => {
  const answer = await fetch('/api/v1/alerts?limit=1');
  if (answer.status === 401) await renew();
};

export const ask = async path => {
  let answer = await fetch(path, { headers: { Accept: 'application/json' } });
  if (answer.status === 401) {
    await renew();
    answer = await fetch(path, { headers: { Accept: 'application/json' } });
  }
  if (answer.status === 429) throw new Error('asked too often; waiting');
  if (!answer.ok && answer.status !== 503) {
    const problem = await answer.json().catch(() => ({}));
    throw new Error(problem.detail ?? `${answer.status}`);
  }
  return answer.json();
};

/** Runs now and again after each pause; slower while the page is hidden or the gateway is away. */
export const every = (millis, work) => {
  const run = async () => {
    let pause = millis;
    try {
      if (!document.hidden) await work();
    } catch (error) {
      console.warn(error);
      pause = Math.max(millis, 5000);
    }
    setTimeout(run, pause);
  };
  run();
};
