"""Makes the fixtures that tests/pytorch.rs and the browser tests reproduce: in PyTorch, a network's loss,
its gradients and its weights after ten Adam steps. notebook.safetensors is the source notebook's network,
cells.safetensors small networks of each cell and both linear networks with 1, 2 and 8 features.

Run by hand, only when the network itself changes:
    pip install torch safetensors numpy
    python tests/pytorch/generate.py

Everything is computed in float64 and stored as float32, so that the fixture is what the formulas say
and not what one library's rounding makes of them. Dropout is off: masks cannot be compared.
"""

import math
from pathlib import Path

import torch
from safetensors.torch import save_file

STEPS = 10


class Network(torch.nn.Module):
    """Sizes: `features`, `hidden`, `layers`; `cell` names PyTorch's module."""

    def __init__(self, cell, features, hidden, layers):
        super().__init__()
        self.name = cell.lower()
        self.linear_1 = torch.nn.Linear(features, hidden)
        recurrent = getattr(torch.nn, cell)(hidden, hidden, num_layers=layers, batch_first=True)
        setattr(self, self.name, recurrent)
        self.linear_2 = torch.nn.Linear(layers * hidden, 1)

    def recurrent(self):
        return getattr(self, self.name)

    def forward(self, windows):  # [batch, window, features]
        _, hidden = self.recurrent()(torch.relu(self.linear_1(windows)))
        if isinstance(hidden, tuple):  # an LSTM's also has the cell states
            hidden = hidden[0]
        last = hidden.permute(1, 0, 2).reshape(len(windows), -1)
        return self.linear_2(last)[:, 0]


class LinearNetwork(torch.nn.Module):
    """`kind` "linear" or "nlinear": Zeng et al. 2023, whose NLinear takes the last day off before the layer
    and puts it back after. Here the layer mixes a day's numbers, of which the first is forecast."""

    def __init__(self, kind, window, features):
        super().__init__()
        self.kind = kind
        self.linear = torch.nn.Linear(window * features, 1)

    def forward(self, windows):  # [batch, window, features]
        last = windows[:, -1:] if self.kind == "nlinear" else torch.zeros_like(windows[:, -1:])
        return self.linear((windows - last).flatten(1))[:, 0] + last[:, 0, 0]


def initialise(network):
    for name, parameter in network.recurrent().named_parameters():
        if name.startswith("weight_ih"):
            torch.nn.init.kaiming_normal_(parameter)
        elif name.startswith("weight_hh"):
            torch.nn.init.orthogonal_(parameter)
        else:
            # The notebook starts at zero; here they differ, so that no mix-up of biases stays hidden.
            torch.nn.init.uniform_(parameter, -0.1, 0.1)


def fixture(network, features, window, batch):
    """Ten Adam steps over batches of which the last is short, as the last of an epoch is."""
    rows = (STEPS - 1) * batch + batch * 30 // 64
    # What is stored is float32, so start from float32 values exactly.
    for parameter in network.parameters():
        parameter.data = parameter.data.float().double()

    time = torch.arange(rows + window, dtype=torch.float64)
    wave = torch.sin(time * 0.21) + 0.4 * torch.cos(time * 0.067) + 0.3 * torch.randn(len(time))
    others = [torch.randn(len(time)) for _ in range(features - 1)]
    inputs = torch.stack([wave, *others], 1).float().double()  # [time, features]
    targets = inputs[window:, 0].contiguous()
    windows = inputs.unfold(0, window, 1)[:rows].transpose(1, 2)

    tensors = {"inputs": inputs.reshape(-1), "targets": targets}
    tensors.update({f"start.{name}": p.data.clone() for name, p in network.named_parameters()})

    loss = torch.nn.functional.mse_loss(network(windows[:batch]), targets[:batch])
    loss.backward()
    tensors["batch.predictions"] = network(windows[:batch]).detach()
    tensors["batch.loss"] = loss.detach().reshape(1)
    tensors.update({f"gradient.{name}": p.grad.clone() for name, p in network.named_parameters()})

    optimizer = torch.optim.Adam(network.parameters(), lr=0.01, betas=(0.9, 0.98), eps=1e-9)
    losses = []
    for step in range(STEPS):
        at = slice(step * batch, min((step + 1) * batch, rows))
        optimizer.zero_grad()
        loss = torch.nn.functional.mse_loss(network(windows[at]), targets[at])
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert math.isfinite(losses[-1])
    tensors["steps.losses"] = torch.tensor(losses)
    tensors.update({f"end.{name}": p.data.clone() for name, p in network.named_parameters()})
    tensors["end.predictions"] = network(windows).detach()
    return tensors


def save(name, tensors):
    path = Path(__file__).with_name(name)
    save_file({name: tensor.float().contiguous() for name, tensor in tensors.items()}, path)
    print(f"{path.name}: {path.stat().st_size} bytes")


def main():
    torch.set_default_dtype(torch.float64)
    torch.manual_seed(20)
    notebook = Network("LSTM", 1, 32, 2)
    initialise(notebook)
    save("notebook.safetensors", fixture(notebook, 1, window=20, batch=64))

    cells = {}
    for cell in ["LSTM", "GRU", "RNN"]:
        for features in [1, 2, 8]:
            torch.manual_seed(features)
            network = Network(cell, features, 8, 2)
            initialise(network)
            tensors = fixture(network, features, window=7, batch=16)
            cells.update({f"{cell.lower()}-{features}.{name}": it for name, it in tensors.items()})
    for kind in ["linear", "nlinear"]:
        for features in [1, 2, 8]:
            torch.manual_seed(features)
            tensors = fixture(LinearNetwork(kind, 7, features), features, window=7, batch=16)
            cells.update({f"{kind}-{features}.{name}": it for name, it in tensors.items()})
    save("cells.safetensors", cells)


if __name__ == "__main__":
    main()
