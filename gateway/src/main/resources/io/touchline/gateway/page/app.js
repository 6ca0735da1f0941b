import { ask, ensurePass, every } from './api.js';
import { card, isOpen } from './alerts.js';
import { el } from './format.js';
import { newest, showAway, showHealth, showPerformance, showSources } from './health.js';
import { follow } from './live.js';
import { row, showDetail } from './matches.js';

const MOST_ALERTS = 60;
// what began earlier than this before the newest event is no longer around now
const AROUND = 12 * 3600e3;
const PATHS = { all: '/api/v1/matches', live: '/api/v1/matches/live', upcoming: '/api/v1/matches/upcoming' };

const state = { list: 'all', search: '', pages: 1, alerts: new Map(), which: 'open', newest: null };
const by = id => document.getElementById(id);

const open = id => showDetail(id).catch(error => console.warn(error));

// Keeps what has not changed, so that a focused or open element stays as it is.
const shown = new WeakMap();
const fill = (box, items, key, make, empty) => {
  const known = new Map([...box.children].filter(child => child.dataset.id).map(child => [child.dataset.id, child]));
  const wanted = items.map(item => {
    const text = JSON.stringify(item);
    const old = known.get(key(item));
    if (old && shown.get(old) === text) return old;
    // a first filling is nothing new
    const fresh = make(item, !old && known.size > 0);
    if (old?.querySelector('details')?.open) fresh.querySelector('details').open = true;
    shown.set(fresh, text);
    return fresh;
  });
  if (!wanted.length) {
    box.replaceChildren(el('div.empty', {}, empty));
    return;
  }
  const same = wanted.length === box.children.length && wanted.every((child, at) => child === box.children[at]);
  if (!same) box.replaceChildren(...wanted);
};


const loadMatches = async () => {
  const items = [];
  let cursor = null;
  for (let page = 0; page < state.pages; page++) {
    const query = new URLSearchParams({ limit: '40' });
    if (cursor) query.set('cursor', cursor);
    if (state.list === 'all' && state.newest) query.set('from', new Date(Date.parse(state.newest) - AROUND).toISOString());
    const answer = await ask(`${PATHS[state.list]}?${query}`);
    items.push(...answer.items);
    cursor = answer.nextCursor;
    if (!cursor) break;
  }
  const order = { IN_PLAY: 0, SCHEDULED: 1 };
  const sought = state.search.toLowerCase();
  const wanted = items
    .filter(match => !sought || `${match.home.name} ${match.away.name} ${match.competition} ${match.competitionName}`.toLowerCase().includes(sought))
    .sort((a, b) => (order[a.status] ?? 2) - (order[b.status] ?? 2) || (order[a.status] == null ? b.kickoffAt.localeCompare(a.kickoffAt) : a.kickoffAt.localeCompare(b.kickoffAt)));
  fill(by('matches'), wanted, match => match.id, match => row(match, open), state.list === 'live' ? 'No match is in play.' : 'No matches yet.');
  by('more').hidden = !cursor;
};

const drawAlerts = () => {
  const list = [...state.alerts.values()]
    .filter(alert => state.which === 'all' || isOpen(alert))
    .sort((a, b) => b.at.localeCompare(a.at) || a.alertId.localeCompare(b.alertId))
    .slice(0, MOST_ALERTS);
  fill(by('alerts'), list, alert => alert.alertId, (alert, fresh) => card(alert, fresh, open),
    state.which === 'open' ? 'No open alert: no fresh price is far enough above its fair one.' : 'No alerts yet.');
};

const take = alert => {
  const known = state.alerts.get(alert.alertId);
  if (!known || known.sequence <= alert.sequence) state.alerts.set(alert.alertId, alert);
};

const loadAlerts = async () => {
  const [openOnes, newest] = await Promise.all([
    ask(`/api/v1/alerts?state=OPEN&limit=${MOST_ALERTS}`), ask(`/api/v1/alerts?limit=${MOST_ALERTS}`)]);
  state.alerts.clear();
  [...openOnes.items, ...newest.items].forEach(take);
  drawAlerts();
};

// Many wake-ups at once make one question.
let waking = null;
const wake = () => {
  waking ??= setTimeout(() => { waking = null; loadAlerts().catch(error => console.warn(error)); }, 500);
};

const press = (attribute, choose) => document.querySelectorAll(`[data-${attribute}]`).forEach(button => button.addEventListener('click', () => {
  document.querySelectorAll(`[data-${attribute}]`).forEach(other => other.setAttribute('aria-pressed', String(other === button)));
  choose(button.dataset[attribute]);
}));

const soon = work => work().catch(error => console.warn(error));

press('list', list => { state.list = list; state.pages = 1; soon(loadMatches); });
press('alerts', which => { state.which = which; drawAlerts(); });
by('more').addEventListener('click', () => { state.pages++; soon(loadMatches); });
by('search').addEventListener('input', event => { state.search = event.target.value; soon(loadMatches); });

await ensurePass().catch(error => console.warn(error));
await ask('/health').then(health => { state.newest = newest(health); }).catch(error => console.warn(error));
every(4000, loadMatches);
every(15000, loadAlerts);
every(5000, async () => {
  try {
    const health = await ask('/health');
    state.newest = newest(health);
    showHealth(health);
  } catch (error) { showAway(String(error.message)); throw error; }
});
every(5000, async () => showSources(await ask('/api/v1/system/sources')));
every(15000, async () => showPerformance(await ask('/api/v1/performance/metrics')));
follow({
  onAlert: alert => { take(alert); drawAlerts(); },
  onWake: wake,
  onState: (text, on) => { const box = by('live-state'); box.textContent = text; box.classList.toggle('on', on); }
});
