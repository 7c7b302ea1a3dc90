import { html } from 'hono/html';
import type { User } from '../../directory/model.ts';
import { layout, type Markup } from './layout.ts';

/** Where a person types the code that the device shows. */
export function enterCode(code: string, problem?: string): Markup {
  const alert = problem === undefined ? '' : html`<p class="wrong" role="alert">${problem}</p>`;
  return layout(
    'Enter code to allow access',
    html`<p>
        Once you enter the code displayed on your app or device, it will have access to your
        account. Do not enter codes from sources you don't trust.
      </p>
      <form method="post" action="/common/oauth2/deviceauth">
        ${alert}
        <label
          >Code
          <input
            class="code"
            name="otc"
            value="${code}"
            autocomplete="off"
            maxlength="12"
            autofocus
            required
          />
        </label>
        <div class="actions"><button class="primary">Next</button></div>
      </form>`,
  );
}

/** The last question, against codes that somebody else sent. */
export function confirmDevice(journeyId: string, clientName: string, user: User): Markup {
  return layout(
    `Are you trying to sign in to ${clientName}?`,
    html`<p>
        You will be signed in as ${user.username} on the device that shows the code. Only continue
        if you got the code from an app that you started yourself.
      </p>
      <form method="post" action="/common/DeviceAuth/Confirm">
        <input type="hidden" name="ctx" value="${journeyId}" />
        <div class="actions">
          <button class="primary" name="action" value="continue">Continue</button>
          <button name="action" value="cancel">Cancel</button>
        </div>
      </form>`,
  );
}
