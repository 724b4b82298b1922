"""The same training in NumPy, scikit-learn and PyTorch: gradient descent on the mean cross-entropy, rate 2."""
import warnings

import numpy as np

RATE = 2.0


def mean_loss(scores, y):
    return float(np.mean(np.logaddexp(0, scores) - scores * y))


def numpy_post(p, updates):
    """As the post writes it: one expression a formula, new arrays every time."""
    X, y, W, b, wm, bm = (p[k] for k in ("X", "y", "W", "b", "wm", "bm"))
    sigmoid = lambda s: 1 / (1 + np.exp(-s))
    alpha = RATE / len(X)
    for t in range(updates):
        h = sigmoid(X.dot(W) + b)
        s2 = h.dot(wm) + bm
        y_hat = sigmoid(s2)
        if t % 100 == 0:
            loss = mean_loss(s2, y)
        delta = y_hat - y
        dwm, dbm = h.T.dot(delta), delta.sum(axis=0)
        dh = delta.dot(wm.T) * (1 - h) * h
        dW, db = X.T.dot(dh), dh.sum(axis=0)
        wm, bm, W, b = wm - alpha * dwm, bm - alpha * dbm, W - alpha * dW, b - alpha * db
    return loss


def numpy_tight(p, updates):
    """Every array is made once; matmul, ufuncs and sums write into it."""
    X, y = p["X"], p["y"]
    W, b, wm, bm = (p[k].copy() for k in ("W", "b", "wm", "bm"))
    n, m = len(X), W.shape[1]
    h, dh, s2, delta = np.empty((n, m)), np.empty((n, m)), np.empty((n, 1)), np.empty((n, 1))
    dW, db, dwm, ones, Xt = np.empty_like(W), np.empty((1, m)), np.empty_like(wm), np.ones((1, n)), X.T
    alpha = RATE / n

    def sigmoid(s, out):
        np.negative(s, out=out)
        np.exp(out, out=out)
        out += 1
        np.reciprocal(out, out=out)

    for t in range(updates):
        np.matmul(X, W, out=h)
        h += b
        sigmoid(h, h)
        np.matmul(h, wm, out=s2)
        s2 += bm
        if t % 100 == 0:
            loss = mean_loss(s2, y)
        sigmoid(s2, delta)
        delta -= y
        np.matmul(h.T, delta, out=dwm)
        np.multiply(h, h, out=dh)
        np.subtract(h, dh, out=dh)
        dh *= delta
        dh *= wm.T
        np.matmul(Xt, dh, out=dW)
        np.matmul(ones, dh, out=db)
        wm -= alpha * dwm
        bm -= alpha * delta.sum()
        W -= alpha * dW
        b -= alpha * db
    return loss


def torch_autograd(p, updates):
    import torch
    X, y = torch.from_numpy(p["X"]), torch.from_numpy(p["y"])
    params = [torch.from_numpy(p[k].copy()).requires_grad_() for k in ("W", "b", "wm", "bm")]
    W, b, wm, bm = params
    optimizer = torch.optim.SGD(params, lr=RATE)
    criterion = torch.nn.BCEWithLogitsLoss()
    for t in range(updates):
        loss = criterion(torch.sigmoid(X @ W + b) @ wm + bm, y)
        if t % 100 == 0:
            shown = loss.item()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return shown


def torch_manual(p, updates):
    import torch
    with torch.no_grad():
        X, y = torch.from_numpy(p["X"]), torch.from_numpy(p["y"])
        W, b, wm, bm = (torch.from_numpy(p[k].copy()) for k in ("W", "b", "wm", "bm"))
        alpha = RATE / len(X)
        for t in range(updates):
            h = torch.sigmoid(torch.addmm(b, X, W))
            s2 = torch.addmm(bm, h, wm)
            if t % 100 == 0:
                shown = torch.nn.functional.binary_cross_entropy_with_logits(s2, y).item()
            delta = torch.sigmoid(s2) - y
            dwm, dbm = h.T @ delta, delta.sum(0)
            dh = (delta @ wm.T) * (h - h * h)
            wm -= alpha * dwm
            bm -= alpha * dbm
            W -= alpha * (X.T @ dh)
            b -= alpha * dh.sum(0)
    return shown


def sklearn_sgd(p, updates):
    """Its own start and its own loss (with a weight penalty of 0): the same amount of work, not the same numbers."""
    from sklearn.neural_network import MLPClassifier
    model = MLPClassifier(hidden_layer_sizes=(p["W"].shape[1],), activation="logistic", solver="sgd", alpha=0, momentum=0,
                          batch_size=len(p["X"]), learning_rate_init=RATE, max_iter=updates, tol=0, n_iter_no_change=updates + 1, shuffle=False, random_state=44)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model.fit(p["X"], p["y"].ravel())
    return model.loss_
