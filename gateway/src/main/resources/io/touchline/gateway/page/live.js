// Alerts as they happen: the socket first; where it cannot be had, server-sent events, which tell the same.
// The page only needs to know that something happened and to which alert; the shown record always comes from REST or from the event stream, in one shape.

import { ensurePass } from './api.js';

const SOCKET_TRIES = 3;

export const follow = ({ onAlert, onWake, onState }) => {
  let tries = 0;
  let cursor = null;

  const viaEvents = () => {
    const source = new EventSource('/api/v1/alerts/stream');
    source.onopen = () => onState('live by events', true);
    source.onerror = async () => {
      onState('reconnecting', false);
      if (source.readyState === EventSource.CLOSED) {
        await ensurePass().catch(() => {});
        setTimeout(viaEvents, 3000);
      }
    };
    source.addEventListener('alert', event => onAlert(JSON.parse(event.data)));
    source.addEventListener('reset', () => onWake());
  };

  const viaSocket = async () => {
    await ensurePass().catch(() => {});
    const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws/edge`);
    let heard = false;
    socket.onopen = () => {
      const subscribe = { type: 'subscribe', channels: ['alerts'] };
      if (cursor != null) subscribe.resume = cursor;
      socket.send(JSON.stringify(subscribe));
    };
    socket.onmessage = message => {
      let frame;
      try { frame = JSON.parse(message.data); } catch { return; }
      if (!heard) {
        heard = true;
        tries = 0;
        onState('live by socket', true);
        onWake();
      }
      if (frame.cursor != null) cursor = frame.cursor;
      if (frame.type !== 'heartbeat') onWake();
    };
    socket.onclose = () => {
      onState('reconnecting', false);
      tries = heard ? 0 : tries + 1;
      if (tries >= SOCKET_TRIES) viaEvents();
      else setTimeout(viaSocket, heard ? 1000 : 500);
    };
  };

  viaSocket();
};
