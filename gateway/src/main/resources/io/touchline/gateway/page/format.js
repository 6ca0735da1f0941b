// Numbers and times for people, and elements without innerHTML: whatever comes from outside is text.

export const percent = (value, digits = 1) => value == null ? '–' : `${(value * 100).toFixed(digits)} %`;

export const signed = (value, digits = 1) => value == null ? '–' : `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value * 100).toFixed(digits)} %`;

export const odds = value => value == null ? '–' : value.toFixed(value < 10 ? 2 : 1);

export const line = value => value == null ? '' : ` ${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value)}`;

const plain = name => name.toLowerCase().replaceAll('_', ' ');

export const words = name => name == null ? '' : plain(name).replace(/^./, letter => letter.toUpperCase());

const MARKETS = { MATCH_RESULT: 'Match result', TOTAL_GOALS: 'Total goals', ASIAN_HANDICAP: 'Asian handicap', BOTH_TEAMS_TO_SCORE: 'Both teams to score' };

export const market = (name, number) => {
  const title = MARKETS[name] ?? words(name);
  if (number == null) return title;
  return name === 'ASIAN_HANDICAP' ? `${title}${line(number)}` : `${title} ${number}`;
};

export const pick = (alert, home, away) => {
  const names = { HOME: home, AWAY: away, DRAW: 'Draw' };
  return names[alert.selection] || words(alert.selection);
};

export const time = iso => iso == null ? '–' : new Date(iso).toLocaleString([], { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

export const clock = iso => iso == null ? '–' : new Date(iso).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit' });

export const age = millis => {
  if (millis == null) return '–';
  if (millis < 1000) return `${Math.max(0, Math.round(millis))} ms`;
  const seconds = millis / 1000;
  if (seconds < 90) return `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return seconds < 172800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86400)} d`;
};

/** An element: tag.class.class, attributes, children (text or elements; null is left out). */
export const el = (tag, attributes = {}, ...children) => {
  const [name, ...classes] = tag.split('.');
  const element = document.createElement(name);
  if (classes.length) element.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes)) {
    if (value == null || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat().filter(child => child != null));
  return element;
};
