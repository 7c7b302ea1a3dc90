import { html } from 'hono/html';
import type { Tenant, User } from '../../directory/model.ts';
import { layout, type Markup } from './layout.ts';

const journeyField = (journeyId: string): Markup =>
  html`<input type="hidden" name="ctx" value="${journeyId}" />`;

const cancelButton = html`<button name="action" value="cancel" formnovalidate>Cancel</button>`;

export interface PickAccount {
  readonly journeyId: string;
  readonly clientName: string;
  readonly users: readonly User[];
}

/** Every account is one plain button; its name is the display name and the username. */
export function accountPicker({ journeyId, clientName, users }: PickAccount): Markup {
  const accounts = users.map(
    (user) =>
      html`<button class="account" name="username" value="${user.username}">
        <b>${user.displayName}</b> <small>${user.username}</small>
      </button>`,
  );
  return layout(
    'Pick an account',
    html`<p>to continue to ${clientName}</p>
      <form method="post" action="/common/login">
        ${journeyField(journeyId)} ${accounts}
        <button class="account" name="action" value="another">
          <b>Use another account</b>
        </button>
        <div class="actions">${cancelButton}</div>
      </form>`,
  );
}

/** Asks for a username; `problem` is what was wrong with the last one. */
export function anotherAccount(journeyId: string, problem?: string): Markup {
  const alert = problem === undefined ? '' : html`<p class="wrong" role="alert">${problem}</p>`;
  return layout(
    'Sign in',
    html`<form method="post" action="/common/login">
      ${journeyField(journeyId)} ${alert}
      <label
        >Email or phone
        <input name="username" autocomplete="username" autofocus required />
      </label>
      <div class="actions">
        <button class="primary">Next</button>
        ${cancelButton}
      </div>
    </form>`,
  );
}

/** The number is for show, as in the authenticator's number matching. */
export function multiFactor(journeyId: string, user: User, tenant: Tenant, number: number): Markup {
  return layout(
    'Approve sign-in request',
    html`<p>
        ${tenant.displayName} wants more proof that it is ${user.username}. Open your Authenticator
        app and enter the number shown to sign in.
      </p>
      <p class="number">${number}</p>
      <form method="post" action="/common/SAS/ProcessAuth">
        ${journeyField(journeyId)}
        <div class="actions">
          <button class="primary" name="action" value="approve">Approve sign-in</button>
          <button name="action" value="cannot">I can't use my Authenticator app right now</button>
        </div>
      </form>`,
  );
}

export function consent(
  journeyId: string,
  clientName: string,
  user: User,
  permissions: readonly string[],
): Markup {
  return layout(
    'Permissions requested',
    html`<p>${clientName} asks ${user.username} for:</p>
      <ul>
        ${permissions.map((permission) => html`<li>${permission}</li>`)}
      </ul>
      <form method="post" action="/common/Consent/Set">
        ${journeyField(journeyId)}
        <div class="actions">
          <button class="primary" name="action" value="accept">Accept</button>
          ${cancelButton}
        </div>
      </form>`,
  );
}

export interface Stopped {
  readonly title: string;
  /** The AADSTS text. */
  readonly text: string;
  readonly details: Readonly<Record<string, string>>;
  /** With a journey one can go on with another account. */
  readonly journeyId?: string;
}

/** A dead end, as Entra shows it: on the page, with nothing sent to the client. */
export function stopped({ title, text, details, journeyId }: Stopped): Markup {
  const form =
    journeyId === undefined
      ? ''
      : html`<form method="post" action="/common/login">
          ${journeyField(journeyId)}
          <div class="actions">
            <button class="primary" name="action" value="restart">
              Sign out and sign in with a different account
            </button>
            ${cancelButton}
          </div>
        </form>`;
  return layout(
    title,
    html`<p role="alert">${text}</p>
      <details>
        <summary>More details</summary>
        ${Object.entries(details).map(([name, value]) => html`<p>${name}: ${value}</p>`)}
      </details>
      ${form}`,
  );
}

export function notice(title: string, text: string): Markup {
  return layout(title, html`<p>${text}</p>`);
}
